package guiwei.bench.race;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Runs SQL scripts in DuckDB, in a process of its own: what a user would write instead.
///
/// Arguments: threads, memory limit or `-`, the folder to read, the folder to write, the encoding
/// of the Alipay bills, scripts in their order. `${in}`, `${out}` and `${encoding}` in a script
/// are what the arguments say. Every statement's seconds go
/// to standard output, and at last the seconds of all of them without the start of Java and the
/// loading of DuckDB.
public final class SqlScript {
  private SqlScript() {}

  public static void main(String[] args) throws Exception {
    run(List.of(args), System.out);
  }

  static void run(List<String> args, PrintStream told) throws IOException, SQLException {
    Path in = Path.of(args.get(2)).toAbsolutePath();
    Path out = Files.createDirectories(Path.of(args.get(3)).toAbsolutePath());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      set(statement, args.get(0), args.get(1), out);
      long start = System.nanoTime();
      for (String script : args.subList(5, args.size())) {
        for (String sql : statements(script)) {
          run(
              told,
              statement,
              sql.replace("${in}", quoted(in))
                  .replace("${out}", quoted(out))
                  .replace("${encoding}", args.get(4)));
        }
      }
      told.println("sql " + (System.nanoTime() - start) / 1e9);
    }
  }

  private static void set(Statement statement, String threads, String memory, Path out)
      throws SQLException {
    statement.execute("set threads = " + Integer.parseInt(threads));
    statement.execute("set temp_directory = '" + quoted(out.resolve("tmp")) + "'");
    statement.execute("set preserve_insertion_order = false");
    if (!memory.equals("-")) {
      statement.execute("set memory_limit = '" + memory + "'");
    }
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }

  private static void run(PrintStream told, Statement statement, String sql) throws SQLException {
    long start = System.nanoTime();
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\nin: " + sql, e);
    }
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    told.println(milliseconds + " ms  " + sql.lines().findFirst().orElse(""));
  }

  /// The statements of a script: each ends with a semicolon at the end of a line.
  static List<String> statements(String script) throws IOException {
    try (InputStream in = SqlScript.class.getResourceAsStream(script)) {
      if (in == null) {
        throw new IOException("no such script: " + script);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String code =
          String.join("\n", text.lines().filter(line -> !line.strip().startsWith("--")).toList());
      return List.of(code.split(";(?:\\s*\n|\\s*$)", -1)).stream()
          .map(String::strip)
          .filter(sql -> !sql.isEmpty())
          .toList();
    }
  }
}
