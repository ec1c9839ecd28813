namespace CoCreate.Tests;

/// <summary>Where the repository is, for tests that look at its files.</summary>
internal static class Repository
{
    /// <summary>The folder that holds CoCreate.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "CoCreate.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the repository; CoCreate.sln was not found."));
}
