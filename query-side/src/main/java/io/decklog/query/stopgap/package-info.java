/**
 * The stopgap ledger: every mitigation that bought time, and the debt it left until that is paid off.
 */
@NullMarked
package io.decklog.query.stopgap;

import org.jspecify.annotations.NullMarked;
