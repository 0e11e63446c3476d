/**
 * Sending a form: answers, files, receipt, case, first case event, diary item and outbox entries commit together or not
 * at all, and once.
 */
@NullMarked
package se.knutpunkt.eforms.submission;

import org.jspecify.annotations.NullMarked;
