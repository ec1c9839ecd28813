namespace CoCreate.Tests.Kill;

/// <summary>Something that serves browsers, and harm is done to.</summary>
internal interface IReachable
{
    /// <summary>Where browsers connect, the same whatever happens.</summary>
    Uri Address { get; }

    /// <summary>Completes when it is worth trying to connect.</summary>
    Task Running { get; }
}
