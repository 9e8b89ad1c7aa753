/**
 * One route for each agency, about ten lines, and what all of them share. Wire formats are here; what a wire form means is in
 * {@code org.infoshare.mapping}. No Spring.
 */
package org.infoshare.routes.partner;
