/**
 * The postmortem draft: the incident told from its log, the same bytes for the same log.
 */
@NullMarked
package io.decklog.query.postmortem;

import org.jspecify.annotations.NullMarked;
