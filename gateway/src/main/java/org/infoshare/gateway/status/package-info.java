/**
 * What a sender can ask at any time: what became of its message. Only what the sender may know is
 * here.
 */
package org.infoshare.gateway.status;
