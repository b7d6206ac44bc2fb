/// The command line: what a person or a scheduler types, and what they are told.
@NullMarked
package guiwei.command;

import org.jspecify.annotations.NullMarked;
