using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

public abstract partial class JournalContract
{
    /// <summary>How many random histories a normal run plays; a journal that is slow to reopen may play fewer.</summary>
    protected virtual int Histories => 300;

    /// <summary>Their seeds.</summary>
    protected virtual IEnumerable<int> HistorySeeds => Enumerable.Range(1, Histories);

    [Fact]
    public async Task Random_histories_agree_with_a_model()
    {
        foreach (var seed in HistorySeeds)
        {
            try
            {
                await new History(this, seed).Play();
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"The history with seed {seed} failed: {failure.Message}", failure);
            }
        }
    }

    /// <summary>One random history on a few streams of its own, checked against lists in memory.</summary>
    private sealed class History(JournalContract contract, int seed)
    {
        private readonly Random _random = new(seed);
        private readonly Dictionary<string, List<StoredBatch>> _streams =
            Enumerable.Range(0, 4).ToDictionary(number => $"history/{seed}/{number}", _ => new List<StoredBatch>());
        private readonly Dictionary<string, StoredSnapshot> _snapshots = [];

        public async Task Play()
        {
            for (var step = 0; step < 25; step++)
            {
                await Step(_random.Next(100));
            }

            foreach (var stream in _streams.Keys)
            {
                await CheckRead(stream, 0);
                await CheckSnapshot(stream);
            }
        }

        private async Task Step(int roll)
        {
            var stream = $"history/{seed}/{_random.Next(4)}";
            switch (roll)
            {
                case < 45:
                    await AppendSome(stream);
                    break;
                case < 60:
                    await AppendStale(stream);
                    break;
                case < 75:
                    await CheckRead(stream, _random.Next(_streams[stream].Count + 1));
                    break;
                case < 85:
                    await WriteSnapshot(stream);
                    break;
                case < 95:
                    await CheckSnapshot(stream);
                    break;
                case < 97:
                    await contract.Journal.DeleteSnapshots(CancellationToken.None);
                    _snapshots.Clear();
                    break;
                default:
                    await contract.Reopen();
                    break;
            }
        }

        /// <summary>A few appends sent without waiting for one another, as a pipelining caller would.</summary>
        private async Task AppendSome(string stream)
        {
            var appends = new List<Task>();
            for (var left = _random.Next(1, 4); left > 0; left--)
            {
                var version = Version(stream);
                var batch = RandomBatch();
                appends.Add(contract.Journal.Append(stream, version, batch, CancellationToken.None).AsTask());
                _streams[stream].Add(new StoredBatch(version + 1, batch.Count, batch.Payload));
            }

            await Task.WhenAll(appends);
        }

        private async Task AppendStale(string stream)
        {
            var version = Version(stream);
            var expected = _random.NextInt64(version + 5);
            if (expected != version)
            {
                await Fails(JournalFailure.Conflict, () => contract.Journal.Append(stream, expected, RandomBatch(), CancellationToken.None).AsTask());
            }
        }

        private async Task CheckRead(string stream, int skip)
        {
            var after = skip == 0 ? 0 : _streams[stream][skip - 1].Last;
            var read = await contract.Read(stream, after);
            var model = _streams[stream].Skip(skip).ToList();
            Assert.Equal(model.Select(batch => (batch.First, batch.Count)), read.Select(batch => (batch.First, batch.Count)));
            Assert.All(model.Zip(read), pair => Assert.True(pair.First.Payload.Span.SequenceEqual(pair.Second.Payload.Span)));
        }

        private async Task WriteSnapshot(string stream)
        {
            if (Version(stream) > 0)
            {
                var snapshot = new StoredSnapshot(Version(stream), $"format-{_random.Next(3)}", RandomBatch().Payload);
                await contract.Journal.WriteSnapshot(stream, snapshot, CancellationToken.None);
                _snapshots[stream] = snapshot;
            }
        }

        private async Task CheckSnapshot(string stream)
        {
            var read = await contract.Journal.ReadSnapshot(stream, CancellationToken.None);
            var model = _snapshots.GetValueOrDefault(stream);
            Assert.Equal((model?.Version, model?.Format), (read?.Version, read?.Format));
            Assert.True(model is null || model.Payload.Span.SequenceEqual(read!.Payload.Span));
        }

        private long Version(string stream) => _streams[stream].Count == 0 ? 0 : _streams[stream][^1].Last;

        private JournalBatch RandomBatch()
        {
            var payload = new byte[_random.Next(10) == 0 ? _random.Next(20_000) : _random.Next(300)];
            _random.NextBytes(payload);
            return new JournalBatch(_random.Next(1, 5), payload);
        }
    }
}
