namespace CoCreate.Playbooks;

/// <summary>The playbooks that come with the server. The grain's key is <see cref="Shelf"/>.</summary>
[Alias("IPlaybookGrain")]
public interface IPlaybookGrain : IGrainWithStringKey
{
    /// <summary>The key.</summary>
    const string Shelf = "shipped";

    /// <summary>All of them, by title.</summary>
    [Alias("List")]
    Task<PlaybookSummary[]> List();

    /// <summary>One of them, or null.</summary>
    [Alias("Find")]
    Task<Playbook?> Find(string id);

    /// <summary>What is wrong with a playbook's text, or with the session that it plans: the pre-flight check. Empty when nothing is.</summary>
    [Alias("Check")]
    Task<PlaybookFinding[]> Check(string text);
}
