/**
 * A durable PostgreSQL that belongs to one data folder and lives as long as the process that started it.
 *
 * <p>Only {@link io.decklog.standalone.postgres.EmbeddedDatabase} is meant for others; the rest is how it is done: the
 * folder and its lock, the unpacked binaries, the cluster, the server process and what an earlier run left of it.
 */
@NullMarked
package io.decklog.standalone.postgres;

import org.jspecify.annotations.NullMarked;
