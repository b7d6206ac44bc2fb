package guiwei.statement;

import guiwei.table.Footing.Check;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/// Reads one file of a bank and turns what no honest file holds into a refusal.
final class BankFile {
  /// The reading itself.
  @FunctionalInterface
  interface Read {
    List<Check> read() throws IOException;
  }

  private BankFile() {}

  static List<Check> guarded(Read read) throws IOException {
    try {
      return read.read();
    } catch (ArithmeticException tooLarge) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, "amounts that add up to more money than there is");
    } catch (CharacterCodingException notInEncoding) {
      throw new RefusedFile(RefusedFile.Problem.ENCODING, "bytes that its encoding does not have");
    }
  }
}
