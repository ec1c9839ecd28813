namespace CoCreate.Tests.Journals;

/// <summary>Stands in for the tests against a real table service, so that a run tells that they were left out.</summary>
public sealed class NoAzurite
{
    [Fact(Skip = "Azure.Data.Tables cannot be restored from this machine's package sources, so the journal was tried over a table service in memory only.")]
    public void The_journal_on_a_real_table_service_keeps_the_contract() => throw new InvalidOperationException("Never run.");
}
