package guiwei.table;

import java.nio.charset.Charset;
import java.util.List;

/// How a delimited file is cut into records.
///
/// @param lead a byte that every data row begins with and every field may begin with (the
///     backtick of WeChat), or 0; the first row without it begins the footer
/// @param footers words that begin the first row of the footer, or a subtotal: whole rows after
///     it are rows again
/// @param dataStart the offset of the first data row
/// @param columns how many fields a row has; a row with fewer is refused, one with more only if
///     the surplus is not empty
public record Delimited(
    Charset charset,
    byte separator,
    boolean quoted,
    byte lead,
    List<String> footers,
    long dataStart,
    int columns,
    Mapping mapping) {}
