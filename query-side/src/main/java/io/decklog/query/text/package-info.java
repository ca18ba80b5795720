/**
 * Full text in PostgreSQL: how what people type into a search box is read, and how what was found is shown.
 */
@NullMarked
package io.decklog.query.text;

import org.jspecify.annotations.NullMarked;
