/** For the tests of every module: a real PostgreSQL, started once per test run. */
@NullMarked
package io.decklog.wiring.test;

import org.jspecify.annotations.NullMarked;
