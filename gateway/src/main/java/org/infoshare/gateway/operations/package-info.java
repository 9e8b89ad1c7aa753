/**
 * The operators' page and its JSON: what waits, what nobody knows, what a named person must decide.
 * Ids and codes; what a part says is shown on a held part's own page only, and what stands around a
 * value that a control found there and on the first page: masked, and to the duty team only.
 */
package org.infoshare.gateway.operations;
