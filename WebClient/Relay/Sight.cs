using CoCreate.Boards;

namespace CoCreate.Web.Relay;

/// <summary>What a participant may see, and how the events of a ring changed that.</summary>
internal static class Sight
{
    /// <summary>Brings a membership found at some version at or after <paramref name="since"/> to the ring's newest. False when they are no longer on the board.</summary>
    public static bool TryFollow(Ring ring, Membership found, long since, out Membership now)
    {
        now = found;
        for (var seq = ring.Head; seq > since; seq--)
        {
            foreach (var change in ring[seq].Access)
            {
                if (change.Participant == found.Participant)
                {
                    now = change.Role is { } role ? found with { Role = role } : found;
                    return change.Role is not null;
                }
            }
        }

        return true;
    }

    /// <summary>Whether a participant who fetched everything at a version may go on from there. Not so when they may have become a host or ceased to be one since,
    /// for then they lack, or hold, records that are for hosts.</summary>
    /// <remarks>Entering makes nobody less than they were. An entry is an order of the server, which has no outcome; a role that was taken away is a host's command, which has one.</remarks>
    public static bool IsSameKind(Ring ring, string participant, long since)
    {
        for (var seq = since + 1; seq <= ring.Head; seq++)
        {
            foreach (var change in ring[seq].Access)
            {
                if (change.Participant == participant && !IsPlainEntry(ring, seq, change))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether nothing of what this participant sees besides everyone's records changed between two versions that the ring holds.</summary>
    public static bool IsUnchanged(Ring ring, string participant, bool isHost, long after, long upTo)
    {
        for (var seq = after + 1; seq <= upTo; seq++)
        {
            var committed = ring[seq];
            if (FrameEncoder.OwnPatches(committed, participant).Length > 0 || (isHost && committed.Hosts.Length > 0))
            {
                return false;
            }

            foreach (var change in committed.Access)
            {
                if (change.Participant == participant && !IsPlainEntry(ring, seq, change))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsPlainEntry(Ring ring, long seq, AccessChange change) =>
        change.Role is not (null or Role.Owner or Role.Host) && ring[seq].Outcome is null;
}
