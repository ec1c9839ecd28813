using System.Text.Json.Nodes;
using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>A viewer's store of records, as a browser keeps it (PROTOCOL R6, R7): the least that a client has to do.</summary>
internal sealed class Store
{
    private readonly Dictionary<(string Kind, string Id), JsonObject> _records = [];

    /// <summary>Folds patches, given as the server sends them: JSON objects joined by commas.</summary>
    public void Fold(ReadOnlySpan<byte> patches)
    {
        foreach (var patch in JsonNode.Parse([.. "["u8, .. patches, .. "]"u8])!.AsArray())
        {
            Fold(patch!.AsObject());
        }
    }

    /// <summary>Folds one patch.</summary>
    public void Fold(JsonObject patch)
    {
        var key = ((string)patch["kind"]!, (string)patch["id"]!);
        switch ((string)patch["op"]!)
        {
            case "put":
                _records[key] = patch["value"]!.DeepClone().AsObject();
                break;
            case "patch":
                Assert.True(_records.ContainsKey(key), $"R7: a patch came for {key}, which is not there.");
                Assert.NotEmpty(patch["value"]!.AsObject());
                foreach (var (name, value) in patch["value"]!.AsObject())
                {
                    _records[key][name] = value?.DeepClone();
                }

                break;
            case "text":
                Assert.True(_records.ContainsKey(key), $"R50: a change of a text came for {key}, which is not there.");
                var field = (string)patch["field"]!;
                _records[key][field] = TextAfter((string)_records[key][field]!, patch["changes"]!.AsArray());
                break;
            case "remove":
                _records.Remove(key);
                break;
            default:
                throw new InvalidOperationException($"{patch["op"]} is no operation.");
        }
    }

    /// <summary>How many records there are.</summary>
    public int Count => _records.Count;

    /// <summary>A record, or null.</summary>
    public JsonObject? Find(RecordKind kind, string id) => _records.GetValueOrDefault((kind.ToString().ToLowerInvariant(), id));

    /// <summary>The records of a kind.</summary>
    public IEnumerable<JsonObject> All(string kind) => _records.Where(r => r.Key.Kind == kind).Select(r => r.Value);

    /// <summary>The whole store in one order, whatever the order in which it came about.</summary>
    public string Canonical() => string.Join(
        '\n', _records.OrderBy(r => r.Key.Kind, StringComparer.Ordinal).ThenBy(r => r.Key.Id, StringComparer.Ordinal).Select(r => $"{r.Key.Kind} {Sorted(r.Value)}"));

    /// <summary>R50, as simply as it can be said.</summary>
    private static string TextAfter(string before, JsonArray changes)
    {
        var (after, at) = ("", 0);
        foreach (var piece in changes)
        {
            if (piece is JsonArray replaced)
            {
                after += string.Join('\n', replaced.Skip(1).Select(line => (string)line!));
                at += (int)replaced[0]!;
            }
            else
            {
                after += before.Substring(at, (int)piece!);
                at += (int)piece!;
            }
        }

        Assert.Equal(before.Length, at);
        return after;
    }

    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject o => "{" + string.Join(",", o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Sorted(p.Value)}")) + "}",
        JsonArray a => "[" + string.Join(",", a.Select(Sorted)) + "]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
