/**
 * The application. Only this package and those below it know Spring, and only here are the parts of
 * the road wired together. No rule about who may learn what belongs here: that is policy; and no
 * partner is named here.
 */
package org.infoshare.gateway;
