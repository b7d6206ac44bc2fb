package guiwei.table;

import org.jspecify.annotations.Nullable;

/// One kind of file that we can read, recognised by its content alone.
public interface Layout {
  /// The stable name, as `guiwei formats` lists it and `docs/formats.md` heads it:
  /// `wechat-trade`.
  String key();

  /// What the first bytes of a file (at most 64 KiB, already unpacked) say.
  ///
  /// @return how to read the file, or null when it is none of ours; a file that begins like
  ///     ours and then is not is refused with the reason
  @Nullable Reading recognise(byte[] head) throws RefusedFile;
}
