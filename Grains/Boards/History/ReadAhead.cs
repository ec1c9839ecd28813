using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CoCreate.Boards;

/// <summary>Reads on another thread than the one that works on what was read.</summary>
internal static class ReadAhead
{
    /// <summary>The same items in the same order, of which up to <paramref name="most"/> are read before they are asked for. What goes wrong while reading goes wrong here, after the items before it.</summary>
    public static async IAsyncEnumerable<T> Ahead<T>(this IAsyncEnumerable<T> source, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(most) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => Read(source, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancellation))
            {
                yield return item;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task Read<T>(IAsyncEnumerable<T> source, ChannelWriter<T> writer, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in source.WithCancellation(cancellation))
            {
                await writer.WriteAsync(item, cancellation);
            }

            writer.Complete();
        }
        catch (Exception e)
        {
            writer.Complete(e);
        }
    }
}
