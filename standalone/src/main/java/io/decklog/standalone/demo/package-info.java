/** One real incident, played through the REST API and read back: what {@code ./decklog demo} shows. */
@NullMarked
package io.decklog.standalone.demo;

import org.jspecify.annotations.NullMarked;
