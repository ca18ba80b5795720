/**
 * What Decklog promises holds whatever breaks: each test breaks something under load, lets go of it, and then reckons up:
 * every acknowledged entry is told exactly once, every projection is what its fold makes of the log, and all of it without
 * a hand being lent. {@code docs/faults.md} says how to run them for longer.
 */
@NullMarked
package io.decklog.standalone.faults;

import org.jspecify.annotations.NullMarked;
