/** What the commands for long work say to a running server, and how they show its progress. */
@NullMarked
package io.decklog.standalone.client;

import org.jspecify.annotations.NullMarked;
