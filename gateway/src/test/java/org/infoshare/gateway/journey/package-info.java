/**
 * Situations through the whole application on real parts, each a folder of {@code
 * journeys}: what was sent to each agency, and that nothing else was. What a journey says
 * stands in its folder; here is only how one is played.
 */
package org.infoshare.gateway.journey;
