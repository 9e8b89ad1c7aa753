/**
 * The closed vocabulary of the sharing policy and its typed names: one type for each idea, each of
 * which knows how the policy writes it. Nothing here decides, and nothing here reads a table.
 */
package org.infoshare.consent.words;
