using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoCreate.Playbooks;

/// <summary>Reads an object of JSON field by field, gathers what is wrong with each, and goes on.</summary>
internal sealed class ObjectReader(JsonElement element, string path, List<PlaybookFinding> problems)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Whether the object has the field.</summary>
    public bool Has(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    /// <summary>A text of so many UTF-16 code units; it has to say something where <paramref name="least"/> is more than 0.</summary>
    public string Text(string name, int least, int most, string? orElse = null)
    {
        if (Find(name, orElse is not null) is not { } value)
        {
            return orElse ?? "";
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Problem(name, "wrongType", "It has to be a text in quotes.");
        }
        else if (value.GetString()!.Length > most)
        {
            Problem(name, "tooLong", $"It has at most {most:N0} characters, and {value.GetString()!.Length:N0} here. Shorten it.");
        }
        else if (least > 0 && string.IsNullOrWhiteSpace(value.GetString()))
        {
            Problem(name, "empty", "It has to say something.");
        }
        else
        {
            return value.GetString()!;
        }

        return "";
    }

    /// <summary>An id.</summary>
    public string Id(string name, int least, int most)
    {
        var id = Text(name, 1, most);
        if (id.Length > 0 && (id.Length < least || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            Problem(name, "badId", $"It has {least} to {most} characters: letters from a to z, digits, \"-\" and \"_\".");
        }

        return id;
    }

    /// <summary>A whole number.</summary>
    public int Number(string name, int least, int most, int? orElse = null)
    {
        if (Find(name, orElse is not null) is not { } value)
        {
            return orElse ?? least;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem(name, value.ValueKind == JsonValueKind.Number ? "outOfRange" : "wrongType", $"It has to be a whole number from {least:N0} to {most:N0}.");
        return least;
    }

    /// <summary>True or false; false where it is not there.</summary>
    public bool Truth(string name)
    {
        if (Find(name, isOptional: true) is not { } value)
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Problem(name, "wrongType", "It has to be true or false.");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>One of the names of an enumeration.</summary>
    public T OneOf<T>(string name, T? orElse = null)
        where T : struct, Enum
    {
        if (Find(name, orElse is not null) is not { } value)
        {
            return orElse ?? default;
        }

        if (value.ValueKind == JsonValueKind.String && Names<T>.All.TryGetValue(value.GetString()!, out var found))
        {
            return found;
        }

        Problem(name, "unknown", $"It has to be one of {string.Join(", ", Names<T>.All.Keys.Select(each => $"\"{each}\""))}.");
        return default;
    }

    /// <summary>Names of an enumeration, each at most once, in any order; none where it is not there. Ascending.</summary>
    public T[] Some<T>(string name)
        where T : struct, Enum
    {
        var found = new SortedSet<T>();
        foreach (var (value, at) in List(name, 0, Names<T>.All.Count))
        {
            if (value.ValueKind != JsonValueKind.String || !Names<T>.All.TryGetValue(value.GetString()!, out var one))
            {
                Problem($"{name}[{at}]", "unknown", $"It has to be one of {string.Join(", ", Names<T>.All.Keys.Select(each => $"\"{each}\""))}.");
            }
            else if (!found.Add(one))
            {
                Problem($"{name}[{at}]", "twice", "It is in the list twice. Take one out.");
            }
        }

        return [.. found];
    }

    /// <summary>A list of texts, each saying something; none where it is not there.</summary>
    public string[] Texts(string name, int most, int length)
    {
        var texts = new List<string>();
        foreach (var (value, at) in List(name, 0, most))
        {
            if (value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(value.GetString()) || value.GetString()!.Length > length)
            {
                Problem($"{name}[{at}]", "wrongType", $"It has to be a text in quotes of 1 to {length:N0} characters.");
            }
            else
            {
                texts.Add(value.GetString()!);
            }
        }

        return [.. texts];
    }

    /// <summary>An object; where it is not there, one without fields, which is a problem.</summary>
    public ObjectReader Object(string name)
    {
        var value = Find(name, isOptional: false);
        if (value is { ValueKind: not JsonValueKind.Object })
        {
            Problem(name, "wrongType", "It has to be an object in { }.");
        }

        return value is { ValueKind: JsonValueKind.Object } found ? new ObjectReader(found, $"{path}{name}.", problems) : new ObjectReader(default, $"{path}{name}.", []);
    }

    /// <summary>A list of objects.</summary>
    public IEnumerable<ObjectReader> Objects(string name, int least, int most)
    {
        Find(name, isOptional: false);
        foreach (var (value, at) in List(name, least, most))
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                yield return new ObjectReader(value, $"{path}{name}[{at}].", problems);
            }
            else
            {
                Problem($"{name}[{at}]", "wrongType", "It has to be an object in { }.");
            }
        }
    }

    /// <summary>Every field that was not asked for is a mistake.</summary>
    public void Done()
    {
        foreach (var field in element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(field => field.Name).Where(name => !_known.Contains(name)).ToList() : [])
        {
            Problem(field.Length <= 40 ? field : field[..40], "unknownField", $"There is no such field. Here may stand: {string.Join(", ", _known)}.");
        }
    }

    /// <summary>Notes what is wrong with a field.</summary>
    public void Problem(string name, string code, string text) => problems.Add(new PlaybookFinding(path + name, FindingSeverity.Error, code, text));

    private IEnumerable<(JsonElement Value, int At)> List(string name, int least, int most)
    {
        if (Find(name, isOptional: true) is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Problem(name, "wrongType", "It has to be a list in [ ].");
            return [];
        }

        var count = list.GetArrayLength();
        if (count < least || count > most)
        {
            Problem(name, count < least ? "empty" : "tooMany", $"It has {least:N0} to {most:N0} entries, and {count:N0} here.");
        }

        return list.EnumerateArray().Take(most).Select((value, at) => (value, at));
    }

    private JsonElement? Find(string name, bool isOptional)
    {
        _known.Add(name);
        if (Has(name))
        {
            return element.GetProperty(name);
        }

        if (!isOptional)
        {
            Problem(name, "missing", "It is missing. Add it.");
        }

        return null;
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static Dictionary<string, T> All { get; } = Enum.GetValues<T>()
            .ToDictionary(value => typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name, StringComparer.Ordinal);
    }
}
