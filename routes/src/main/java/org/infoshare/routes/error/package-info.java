/** What happens when something breaks: once, for every route and every protocol. */
package org.infoshare.routes.error;
