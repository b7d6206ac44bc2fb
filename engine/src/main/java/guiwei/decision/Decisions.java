package guiwei.decision;

import guiwei.decision.BadDecision.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Everything that was decided and holds for a run: no two of them contradict each other.
///
/// @param all each once, in the order of the file
public record Decisions(List<Decision> all) {
  /// Nobody decided anything.
  public static final Decisions NONE = new Decisions(List.of());

  private static final int LARGEST = 64 << 20;
  private static final Charset GB18030 = Charset.forName("GB18030");

  public Decisions {
    all = List.copyOf(all);
  }

  /// Reads a file of decisions: CSV with headings (RFC 4180) in UTF-8 or GB18030.
  ///
  /// @throws BadDecision when any line of it cannot be followed
  public static Decisions read(Path file) throws IOException, BadDecision {
    try (InputStream in = Files.newInputStream(file)) {
      return of(file.toString(), in.readNBytes(LARGEST + 1));
    }
  }

  /// The same from the file's content.
  public static Decisions of(String file, byte[] content) throws BadDecision {
    return new DecisionReader(file).read(text(file, content));
  }

  private static String text(String file, byte[] content) throws BadDecision {
    if (content.length <= LARGEST) {
      for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
        try {
          String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
          return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
          // perhaps the next one
        }
      }
    }
    throw new BadDecision(file, 1, "", "", Problem.NOT_TEXT, "");
  }
}
