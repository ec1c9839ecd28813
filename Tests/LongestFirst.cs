using Xunit.Abstractions;

[assembly: TestCollectionOrderer("CoCreate.Tests.LongestFirst", "CoCreate.Tests")]

namespace CoCreate.Tests;

/// <summary>Browser tests begin first: each collection of them takes minutes, mostly of waiting for pages, and all others fit beside them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.CollectionDefinition is null).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
