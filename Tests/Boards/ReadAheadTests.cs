using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>Reading ahead of the work changes nothing but when it is done.</summary>
public sealed class ReadAheadTests
{
    [Fact]
    public async Task Everything_comes_in_its_order()
    {
        var read = new List<int>();
        await foreach (var item in Numbers(1_000, []).Ahead(3, CancellationToken.None))
        {
            read.Add(item);
        }

        Assert.Equal(Enumerable.Range(0, 1_000), read);
    }

    [Fact]
    public async Task What_cannot_be_read_fails_after_what_came_before_it()
    {
        var read = new List<int>();
        var failure = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in Numbers(1_000, [5]).Ahead(64, CancellationToken.None))
            {
                read.Add(item);
            }
        });
        Assert.Equal("5", failure.Message);
        Assert.Equal([0, 1, 2, 3, 4], read);
    }

    [Fact]
    public async Task Whoever_stops_early_is_not_read_for_any_further()
    {
        var source = new Counted();
        await foreach (var item in source.Read(CancellationToken.None).Ahead(4, CancellationToken.None))
        {
            if (item == 10)
            {
                break;
            }
        }

        Assert.True(source.IsEnded);
        Assert.InRange(source.Count, 11, 10 + 1 + 4 + 2);
    }

    private static async IAsyncEnumerable<int> Numbers(int count, int[] bad)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return bad.Contains(i) ? throw new InvalidDataException($"{i}") : i;
        }
    }

    private sealed class Counted
    {
        public int Count { get; private set; }

        public bool IsEnded { get; private set; }

        public async IAsyncEnumerable<int> Read([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                while (true)
                {
                    await Task.Yield();
                    cancellation.ThrowIfCancellationRequested();
                    yield return Count++;
                }
            }
            finally
            {
                IsEnded = true;
            }
        }
    }
}
