/**
 * Projections built anew from the log while the old tables go on answering, and compared with it.
 *
 * <p>Both fold the whole log, incident by incident, into doubles of the tables that nobody else sees. A rebuild then puts
 * them in the place of the originals, a verification compares them with the originals and throws them away.
 */
@NullMarked
package io.decklog.query.rebuild;

import org.jspecify.annotations.NullMarked;
