/**
 * The database schemas, one for the log and one for each side, each with its own history of migrations.
 */
@NullMarked
package io.decklog.wiring.schema;

import org.jspecify.annotations.NullMarked;
