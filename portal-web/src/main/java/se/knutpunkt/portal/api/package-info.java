/**
 * The door for systems: {@code POST /api/v1/events} takes case events as CloudEvents with the fields of the national
 * kundhändelse 6.1, strictly read; every refusal is a problem document (RFC 9457) that says where and what.
 */
@NullMarked
package se.knutpunkt.portal.api;

import org.jspecify.annotations.NullMarked;
