using CoCreate.Boards;
using CoCreate.Embedded;
using CoCreate.Journals;
using CoCreate.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace CoCreate.Tests.Boards.Simulation;

/// <summary>One life of a server process: real grains over a journal that misbehaves. The inner journal outlives it, as a disk does.</summary>
internal sealed class SimulatedServer(IJournal disk, ManualClock clock, int seed, FaultRates rates) : IAsyncDisposable
{
    private readonly FaultyJournal _journal = new(disk, seed, rates, clock);
    private ServiceProvider? _services;

    /// <summary>Where its grains are.</summary>
    public IGrainFactory Grains => (_services ??= Start()).GetRequiredService<IGrainFactory>();

    /// <summary>The board that simulations are about.</summary>
    public IBoardGrain Board => Grains.GetGrain<IBoardGrain>(BoardId);

    /// <summary>Its id.</summary>
    public const string BoardId = "board-of-simulation";

    /// <summary>Its journal, to name faults with.</summary>
    public FaultyJournal Journal => _journal;

    /// <summary>Ends the process without a word: what it had not made durable is gone, and nobody is told.</summary>
    public void Kill() => _journal.Crash();

    /// <summary>Ends the process in good order: its boards are deactivated, and say so to their observers.</summary>
    public Task Stop() => _services is null ? Task.CompletedTask : _services.GetRequiredService<IHostedService>().StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Kill();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        _journal.Dispose();
    }

    private ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IJournal>(_journal);
        services.AddEmbeddedGrains(typeof(BoardGrain).Assembly);
        return services.BuildServiceProvider();
    }
}
