using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Web.Hub;
using Microsoft.Extensions.Logging;

namespace CoCreate.Web.Relay;

/// <summary>Sends a board's presence: to the viewers of this process, and in a whisper to other processes. Runs on the relay's turns.</summary>
internal sealed class PresenceDesk : IDisposable
{
    /// <summary>Everybody of this process is whispered this often even when nothing changes; others believe it for 11 s.</summary>
    private static readonly TimeSpan _repeatEvery = TimeSpan.FromSeconds(4);

    private readonly string _board;
    private readonly IBoardGrain _grain;
    private readonly Viewers _viewers;
    private readonly RelayServices _services;
    private readonly Presence _presence;
    private readonly ITimer _alarm;
    private readonly ITimer _repeat;
    private long _due;
    private bool _isArmed;

    public PresenceDesk(string board, IBoardGrain grain, Viewers viewers, Turns turns, RelayServices services)
    {
        _board = board;
        _grain = grain;
        _viewers = viewers;
        _services = services;
        _presence = new Presence(services.Clock);
        _alarm = services.Clock.CreateTimer(_ => turns.Post(() => _isArmed = false), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _repeat = services.Clock.CreateTimer(_ => turns.Post(Repeat), null, _repeatEvery, _repeatEvery);
    }

    /// <summary>What somebody who comes now is told: who is here, or some of them (R34).</summary>
    public PresenceEntry[] Shown => _presence.Shown;

    /// <summary>How many persons are here.</summary>
    public int People => _presence.People;

    /// <summary>The ids of all persons who are here.</summary>
    public string[] Participants => _presence.Participants;

    /// <summary>A viewer is here, and nothing else is known of it yet. Pages of other sites are not: nobody is told of them, nor they of anybody (R168).</summary>
    public void Arrive(Viewer viewer) => Put(viewer, new PresenceUpdate(null, [], "", null));

    /// <summary>Takes a viewer's last word.</summary>
    public void Put(Viewer viewer, PresenceUpdate update)
    {
        if (!viewer.IsOnlooker)
        {
            _presence.Put(new PresenceEntry(
                viewer.Connection.ConnectionId, viewer.Participant, update.Cursor, update.Selection, update.Typing, update.Drag, update.Caret, Allowed(viewer, update.Guide)));
        }
    }

    /// <summary>From now on presence says who is here and nothing else, or all of it again.</summary>
    public void Mute(bool isMuted) => _presence.Mute(isMuted);

    /// <summary>A viewer left.</summary>
    public void Remove(Viewer viewer) => _presence.Remove(viewer.Connection.ConnectionId);

    /// <summary>Takes what another process whispers.</summary>
    public void Hear(string process, byte[] bytes)
    {
        if (process != _services.Process && Read(bytes) is { } whisper)
        {
            _presence.Hear(process, whisper);
        }
    }

    /// <summary>Asking everybody to look is for hosts alone (R70).</summary>
    private static Guidance? Allowed(Viewer viewer, Guidance? guide) =>
        guide is { Lead: true } && !viewer.IsHost ? guide with { Lead = false } : guide;

    /// <summary>Null for what cannot be read: a process of another version may say things that this one does not know.</summary>
    private static Whisper? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Whisper>(bytes, WireJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Sends what changed, if it is time; otherwise sees to it that it will be.</summary>
    public void Flush()
    {
        if (!_presence.HasNews)
        {
            return;
        }

        var clock = _services.Clock;
        var now = clock.GetTimestamp();
        if (now >= _due)
        {
            _due = now + (long)(Pacing.Presence(_presence.Count).TotalSeconds * clock.TimestampFrequency);
            Send();
        }
        else if (!_isArmed)
        {
            _isArmed = true;
            _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling(clock.GetElapsedTime(now, _due).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Sends everything to a viewer that missed frames while it was busy.</summary>
    public void CatchUp(Viewer viewer)
    {
        if (viewer.HasMissedPresence && viewer.State != ViewerState.Gone)
        {
            viewer.HasMissedPresence = !viewer.Connection.Writer.TryWrite(FrameEncoder.Message("presence", _presence.Everything()), viewer.WhenFree);
        }
    }

    public void Dispose()
    {
        _alarm.Dispose();
        _repeat.Dispose();
    }

    private void Send()
    {
        var news = _presence.TakeNews();
        if (_viewers.All.Count > 0 && news.Frame is { } told)
        {
            var frame = FrameEncoder.Message("presence", told);
            _services.Meters.ToldPresence(_viewers.All.Count - _viewers.Onlookers);
            foreach (var viewer in _viewers.All.Where(viewer => !viewer.IsOnlooker))
            {
                viewer.HasMissedPresence |= !viewer.IsAnswered || !viewer.Connection.Writer.TryWrite(frame, viewer.WhenFree);
            }
        }

        if (news.Own is { } own)
        {
            _ = Tell(own);
        }
    }

    private void Repeat()
    {
        _presence.Expire();
        if (_viewers.All.Count > 0)
        {
            _ = Tell(_presence.OwnAll());
        }
    }

    private async Task Tell(Whisper whisper)
    {
        try
        {
            await _grain.Whisper(_services.Process, JsonSerializer.SerializeToUtf8Bytes(whisper, WireJson.Options));
        }
        catch (Exception lost)
        {
            // Presence is lossy: the next whisper says it again.
            RelayLog.WhisperFailed(_services.Log, lost, _board);
        }
    }
}
