namespace CoCreate.Tests.Proxy;

/// <summary>A test with a real proxy; skipped, and counted so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProxyFactAttribute : FactAttribute
{
    /// <summary>Finds the proxy.</summary>
    public ProxyFactAttribute()
    {
        if (ProxyProcess.Program is null)
        {
            Skip = "HAProxy is not on this computer. Run build/proxy to install it.";
        }
    }
}
