/**
 * The road that every message takes: accept, decide, deliver; and the ports that it stands on. Plain classes that Camel and
 * the lanes call: no Camel, no Spring, no SQL here.
 */
package org.infoshare.routes.road;
