/**
 * Commands about recorded decisions: {@code bin/decide-again} makes one again from its record,
 * {@code bin/check-records} says whether any was changed or taken away. They work beside a running
 * gateway and without one, and change nothing.
 */
package org.infoshare.gateway.again;
