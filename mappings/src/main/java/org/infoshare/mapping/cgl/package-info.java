/**
 * The drug and alcohol service (CGL): JSON over HTTPS, a contract of our own in {@code
 * src/main/contracts/cgl}. The records are its schemas, field by field, and hold no logic.
 */
package org.infoshare.mapping.cgl;
