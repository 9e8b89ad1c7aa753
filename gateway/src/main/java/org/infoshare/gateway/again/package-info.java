/**
 * A recorded decision, made again from its record: {@code bin/decide-again}. Works beside a running
 * gateway and without one, and changes nothing.
 */
package org.infoshare.gateway.again;
