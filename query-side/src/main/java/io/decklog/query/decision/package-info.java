/**
 * The decision audit: who decided what, between which options, on what grounds, and what was known at that moment.
 */
@NullMarked
package io.decklog.query.decision;

import org.jspecify.annotations.NullMarked;
