/**
 * What every HTTP answer of Decklog has in common: problem details, strict JSON, size limits, the guard against browsers on foreign pages.
 */
@NullMarked
package io.decklog.wiring.web;

import org.jspecify.annotations.NullMarked;
