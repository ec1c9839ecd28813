using Xunit.Abstractions;
using Xunit.Sdk;

namespace CoCreate.Tests.Postgres;

/// <summary>Counts all tests of a class as skipped, with the reason, where there is no PostgreSQL. As an orderer of a class's tests it also reaches those
/// that the class inherits, which know nothing of what they run on.</summary>
public sealed class SkipWithoutPostgres : ITestCaseOrderer
{
    /// <summary>For <see cref="TestCaseOrdererAttribute"/>.</summary>
    public const string Type = "CoCreate.Tests.Postgres.SkipWithoutPostgres";

    /// <summary>For <see cref="TestCaseOrdererAttribute"/>.</summary>
    public const string Assembly = "CoCreate.Tests";

    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase
    {
        foreach (var test in testCases)
        {
            if (PostgresPrograms.WhyNone is { } reason)
            {
                // The framework has no public way to skip a test after it was found.
                typeof(TestMethodTestCase).GetProperty(nameof(TestMethodTestCase.SkipReason))!.SetValue(test, reason);
            }

            yield return test;
        }
    }
}
