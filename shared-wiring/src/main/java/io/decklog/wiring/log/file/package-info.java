/**
 * The whole log as a file, by which an installation moves from one engine to another.
 */
@NullMarked
package io.decklog.wiring.log.file;

import org.jspecify.annotations.NullMarked;
