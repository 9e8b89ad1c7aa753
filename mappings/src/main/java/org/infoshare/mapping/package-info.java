/**
 * Translation between each partner's wire form and the canonical model: pure, one door per partner.
 * No clock, no look-up, no I/O, no framework; what a partner's form has no place for is named, not
 * dropped.
 */
package org.infoshare.mapping;
