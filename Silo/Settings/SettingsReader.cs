using System.Globalization;

namespace CoCreate.Silo;

/// <summary>Reads settings by their full names ("Journal:Kind"), and gathers everything that is wrong with them, so that people put it right in one go.
/// It remembers what it was asked for: whatever else stands in our sections is a mistake in writing.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    /// <summary>The end of a setting's name that tells a file which holds the value, as secrets of containers are given.</summary>
    public const string FileSuffix = "File";

    private readonly List<string> _problems = [];
    private readonly SortedSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The full names of all settings that were asked for.</summary>
    public IReadOnlyCollection<string> Known => _known;

    /// <summary>Reads one group of settings by itself.</summary>
    /// <exception cref="StartException">Something about them cannot be used.</exception>
    public static T Alone<T>(IConfiguration configuration, Func<SettingsReader, T> read)
    {
        var reader = new SettingsReader(configuration);
        var settings = read(reader);
        reader.ThrowIfWrong();
        return settings;
    }

    /// <summary>A text, or null when it is not given.</summary>
    public string? Text(string name)
    {
        _known.Add(name);
        return configuration[name];
    }

    /// <summary>A secret: given as it is, or by the path of a file that holds it (line breaks and spaces around it do not count). "" when it is not given. Never part of a message.</summary>
    public string Secret(string name)
    {
        var value = Text(name);

        // Empty is not given: that is what a variable without a value becomes on its way through a compose file.
        if (Text(name + FileSuffix) is not { Length: > 0 } file)
        {
            return value ?? "";
        }

        if (!string.IsNullOrEmpty(value))
        {
            Wrong($"{name} and {name}{FileSuffix} are both given. Give one of them.");
            return "";
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Wrong($"The file {file} of {name}{FileSuffix} cannot be read. Check its path and its rights.");
            return "";
        }
    }

    /// <summary>One of an enumeration's names, in any letter case.</summary>
    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        var names = Enum.GetNames<T>();
        if (names.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        var choices = names.Select(choice => choice.ToLowerInvariant()).ToArray();
        Wrong($"\"{text}\" is no {name}. Choose {string.Join(", ", choices[..^1])} or {choices[^1]}.");
        return otherwise;
    }

    /// <summary>A whole number, <paramref name="least"/> or more.</summary>
    public int Count(string name, int otherwise, int least = 1) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least ? count
        : Otherwise($"\"{text}\" in {name} is not a number. Write a whole number, {least} or more.", otherwise);

    /// <summary>A port.</summary>
    public int Port(string name, int otherwise) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535 ? port
        : Otherwise($"\"{text}\" is not a port ({name}). Give a number from 0 to 65535; 0 takes any free port.", otherwise);

    /// <summary>A list with commas or spaces between.</summary>
    public string[] List(string name, Func<string, bool> isSound, string example)
    {
        var list = (Text(name) ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var wrong in list.Where(item => !isSound(item)))
        {
            Wrong($"\"{wrong}\" in {name} cannot be used. Write a list such as {example}, with commas between.");
        }

        return list;
    }

    /// <summary>Notes what is wrong, in a sentence that says what to do.</summary>
    public void Wrong(string sentence) => _problems.Add(sentence);

    /// <summary>Notes every setting in these sections that nobody asked for.</summary>
    public void RefuseUnknown(params string[] sections)
    {
        foreach (var section in sections)
        {
            foreach (var name in configuration.GetSection(section).AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key))
            {
                if (!_known.Contains(name))
                {
                    Wrong($"There is no setting {name}. {Suggest(name)}docs/OPERATIONS.md lists all of them.");
                }
            }
        }
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="StartException">Something is wrong: the message has a line for each.</exception>
    public void ThrowIfWrong()
    {
        if (_problems.Count > 0)
        {
            throw new StartException(string.Join(Environment.NewLine, _problems));
        }
    }

    private string Suggest(string name)
    {
        var nearest = _known.MinBy(known => Distance(known.ToUpperInvariant(), name.ToUpperInvariant()));
        return nearest is not null && Distance(nearest.ToUpperInvariant(), name.ToUpperInvariant()) <= 3 ? $"Is {nearest} meant? " : "";
    }

    /// <summary>How many letters have to be changed, added or left out (Levenshtein, 1966).</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            (var diagonal, row[0]) = (row[0], i);
            for (var j = 1; j <= right.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }

    private T Otherwise<T>(string sentence, T value)
    {
        Wrong(sentence);
        return value;
    }
}
