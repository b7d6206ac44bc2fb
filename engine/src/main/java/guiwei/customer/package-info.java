/// Who customers are: names, phones, addresses of mail, accounts, firms, and each of them as
/// channels print it, with letters hidden.
@NullMarked
package guiwei.customer;

import org.jspecify.annotations.NullMarked;
