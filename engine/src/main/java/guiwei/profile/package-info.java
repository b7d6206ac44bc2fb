/// Tabular files of any origin, turned into rows by a mapping profile: shipped, written by the
/// user, or proposed from the headings.
@NullMarked
package guiwei.profile;

import org.jspecify.annotations.NullMarked;
