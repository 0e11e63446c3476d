package se.knutpunkt.portal.checks;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * In a {@link Trial} one failed test is enough: those after it are passed over. Loaded anew with the project's classes
 * for each trial, so that each begins without a failure; registered for trials alone.
 */
public final class StopAtFirstFailure implements ExecutionCondition, TestExecutionExceptionHandler {
    private static volatile boolean failed;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return failed
                ? ConditionEvaluationResult.disabled("a test has failed")
                : ConditionEvaluationResult.enabled("none has failed");
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failed = true;
        throw failure;
    }
}
