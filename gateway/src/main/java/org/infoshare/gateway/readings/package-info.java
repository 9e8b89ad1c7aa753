/**
 * Why a decision came out as it did, for its three readers: the sender, the IG lead and the person
 * concerned. Made from the texts of the rules and tables by which it was decided, and from nothing
 * that a message says.
 */
package org.infoshare.gateway.readings;
