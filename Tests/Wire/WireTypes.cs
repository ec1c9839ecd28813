using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreate.Boards;
using CoCreate.Playbooks;
using CoCreate.Texts;
using CoCreate.Web.Http;
using CoCreate.Web.Hub;

namespace CoCreate.Tests.Wire;

/// <summary>Writes the browser client's <c>wire.ts</c> from the C# contract, so that the protocol is typed by hand in one language only.</summary>
internal static class WireTypes
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>What is said over the hub and over HTTP beside commands and records: each with everything that it mentions.</summary>
    private static readonly Type[] Roots =
    [
        typeof(JoinRequest), typeof(JoinAnswer), typeof(Changes), typeof(OutcomeMessage), typeof(RetryMessage), typeof(PresenceUpdate),
        typeof(PresenceFrame), typeof(ResyncMessage), typeof(ByeMessage), typeof(MadeBoard), typeof(LookAnswer), typeof(Entered), typeof(MeAnswer), typeof(AddressAnswer),
        typeof(InviteLink), typeof(HereAnswer), typeof(BinPage), typeof(HistoryPage), typeof(HistoryQuestion), typeof(RestoreRequest),
        typeof(Playbook), typeof(PlaybookSummary), typeof(PlaybookFinding), typeof(DoorStanding), typeof(EmbedAnswer),
    ];

    /// <summary>The record type of a kind.</summary>
    public static Type RecordOf(RecordKind kind) => kind switch
    {
        RecordKind.Board => typeof(BoardSettingsRecord),
        RecordKind.Person => typeof(PersonRecord),
        RecordKind.Idea => typeof(IdeaRecord),
        RecordKind.Group => typeof(GroupRecord),
        RecordKind.Connector => typeof(ConnectorRecord),
        RecordKind.Comment => typeof(CommentRecord),
        RecordKind.Mine => typeof(MineRecord),
        RecordKind.Invite => typeof(InviteRecord),
        RecordKind.Frame => typeof(FrameRecord),
        RecordKind.Note => typeof(NoteRecord),
        RecordKind.Image => typeof(ImageRecord),
        RecordKind.Stamp => typeof(StampRecord),
        RecordKind.File => typeof(FileRecord),
        RecordKind.Agenda => typeof(AgendaRecord),
        RecordKind.Phase => typeof(PhaseRecord),
        RecordKind.Ready => typeof(ReadyRecord),
        RecordKind.Seat => typeof(SeatRecord),
        RecordKind.TimeRequest => typeof(TimeRequestRecord),
        RecordKind.Vote => typeof(VoteRecord),
        RecordKind.Ballot => typeof(BallotRecord),
        RecordKind.Proposal => typeof(ProposalRecord),
        RecordKind.Door => typeof(DoorRecord),
        RecordKind.Knock => typeof(KnockRecord),
        RecordKind.Banned => typeof(BannedRecord),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a record"),
    };

    /// <summary>The commands that a browser may send, by their names on the wire.</summary>
    public static IReadOnlyList<(string Name, Type Type)> Commands { get; } =
    [
        .. typeof(ClientCommand).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(each => ((string)each.TypeDiscriminator!, each.DerivedType)),
    ];

    /// <summary>The whole text of <c>wire.ts</c>.</summary>
    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("// Generated from the C# contract by Tests/Wire/WireTypes.cs; a test fails when it is stale and names the command that renews it.\n");
        WriteCommands(text);
        WriteRecords(text);
        foreach (var type in AllTypes())
        {
            WriteType(text, type);
        }

        WriteLimits(text);
        return text.ToString();
    }

    private static void WriteCommands(StringBuilder text)
    {
        text.Append("\n/** An order to a board; the closed set of those that a browser may send. */\nexport type ClientCommand =");
        foreach (var (_, type) in Commands)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  | {type.Name}");
        }

        text.Append(";\n\n/** The names of commands on the wire. */\nexport type CommandType = ClientCommand['type'];\n");
        text.Append("\n/** One command with its number in its browser session. */\n");
        text.Append("export interface CommandMessage {\n  readonly number: number;\n  readonly command: ClientCommand;\n}\n");
    }

    private static void WriteRecords(StringBuilder text)
    {
        text.Append("\n/** The record of each kind. */\nexport interface Records {\n");
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            text.Append(CultureInfo.InvariantCulture, $"  readonly {JsonName(kind)}: {RecordOf(kind).Name};\n");
        }

        text.Append("}\n");
        text.Append(TextChangeText);
        text.Append(PatchText);
    }

    /// <summary>The fields of every type and the names of every enum, as JSON, so that a TypeScript test can hold real messages against them.</summary>
    public static string WriteShapes()
    {
        var shapes = AllTypes().Where(type => !type.IsEnum)
            .Select(type => $"\"{type.Name}\":{{{string.Join(",", FieldsOf(type).Select(field => $"\"{field.Name}\":\"{field.Type}\""))}}}");
        return $"{{\n{string.Join(",\n", shapes)}\n}}\n";
    }

    /// <summary>PROTOCOL R50. The C# type has a converter that writes it so.</summary>
    private const string TextChangeText = """

        /** A change of a text, as CodeMirror writes a ChangeSet: so many characters stay, or are replaced by these lines. */
        export type TextChange = readonly (number | readonly [number, ...string[]])[];

        """;

    /// <summary>PROTOCOL R6. There are no C# types for patches: the server writes them as bytes.</summary>
    private const string PatchText = """

        /** The whole record. */
        export interface PutPatch<K extends RecordKind = RecordKind> {
          readonly op: 'put';
          readonly kind: K;
          readonly id: string;
          readonly value: Records[K];
        }

        /** Only the fields that changed. */
        export interface FieldsPatch<K extends RecordKind = RecordKind> {
          readonly op: 'patch';
          readonly kind: K;
          readonly id: string;
          readonly value: Partial<Records[K]>;
        }

        /** PROTOCOL R50: a text of the record changed, and nothing else. */
        export interface TextPatch<K extends RecordKind = RecordKind> {
          readonly op: 'text';
          readonly kind: K;
          readonly id: string;
          readonly field: string;
          readonly seq: number;
          readonly changes: TextChange;
        }

        /** The record is there no more. */
        export interface RemovePatch<K extends RecordKind = RecordKind> {
          readonly op: 'remove';
          readonly kind: K;
          readonly id: string;
        }

        /** A change of one record. */
        export type Patch = { [K in RecordKind]: PutPatch<K> | FieldsPatch<K> | TextPatch<K> | RemovePatch<K> }[RecordKind];

        /** A board at one version, as records. */
        export interface Snapshot {
          readonly epoch: number;
          readonly seq: number;
          readonly patches: readonly Patch[];
        }

        """;

    private static void WriteType(StringBuilder text, Type type)
    {
        if (type.IsEnum)
        {
            var names = Enum.GetValues(type).Cast<Enum>().Select(value => $"'{JsonName(value)}'").ToArray();
            var list = CamelCase(type.Name) + "Values";
            text.Append(CultureInfo.InvariantCulture, $"\nexport const {list} = [{string.Join(", ", names)}] as const;\n");
            text.Append(CultureInfo.InvariantCulture, $"export type {type.Name} = (typeof {list})[number];\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\nexport interface {type.Name} {{\n");
        foreach (var (name, typed) in FieldsOf(type))
        {
            text.Append(CultureInfo.InvariantCulture, $"  readonly {name}: {typed};\n");
        }

        text.Append("}\n");
    }

    private static void WriteLimits(StringBuilder text)
    {
        text.Append("\n/** Every limit of the product; units and reasons stand in Grains.Interfaces/Limits.cs. */\nexport const limits = {\n");
        foreach (var field in typeof(Limits).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {CamelCase(field.Name)}: {field.GetRawConstantValue()},\n");
        }

        text.Append("} as const;\n");
    }

    private static List<Type> AllTypes() =>
        Mentioned(Commands.Select(command => command.Type).Concat(Enum.GetValues<RecordKind>().Select(RecordOf)).Concat(Roots));

    /// <summary>A type's fields on the wire with their TypeScript types; a name ends with "?" where the field may be absent.</summary>
    private static IEnumerable<(string Name, string Type)> FieldsOf(Type type)
    {
        var name = Commands.FirstOrDefault(command => command.Type == type).Name;
        return (name is null ? [] : new[] { ("type", $"'{name}'") }).Concat(PropertiesOf(type).Select(FieldOf));
    }

    /// <summary>The types themselves and everything of ours that their properties mention, each once, in the order of first mention.</summary>
    private static List<Type> Mentioned(IEnumerable<Type> roots)
    {
        var seen = new HashSet<Type> { typeof(RecordKind), typeof(ClientCommand) };
        var found = new List<Type> { typeof(RecordKind) };
        void Visit(Type type)
        {
            foreach (var part in Parts(type).Where(seen.Add))
            {
                found.Add(part);
                if (!part.IsEnum)
                {
                    PropertiesOf(part).ToList().ForEach(property => Visit(property.PropertyType));
                }
            }
        }

        roots.ToList().ForEach(Visit);
        return found;
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Parts(inner);
        }

        if (type.IsArray)
        {
            return Parts(type.GetElementType()!);
        }

        return type == typeof(TextChange) ? []
            : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts)
            : type.Assembly == typeof(Limits).Assembly || type.Assembly == typeof(Changes).Assembly ? [type] : [];
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.DeclaringType == type ? 1 : 0)
            .ThenBy(property => property.MetadataToken);

    /// <summary>The context keeps what it has seen, and is not made for tests that run at once.</summary>
    private static bool IsNullable(PropertyInfo property)
    {
        lock (Nullability)
        {
            return Nullability.Create(property).ReadState == NullabilityState.Nullable;
        }
    }

    private static (string Name, string Type) FieldOf(PropertyInfo property)
    {
        var name = CamelCase(property.Name);
        if (property.PropertyType == typeof(JsonElement))
        {
            return (name, "readonly Patch[]");
        }

        var nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || IsNullable(property);
        var mayBeAbsent = property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.WhenWritingNull;
        var type = TypeName(property.PropertyType);
        return mayBeAbsent ? ($"{name}?", type) : nullable ? (name, $"{type} | null") : (name, type);
    }

    private static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return TypeName(inner);
        }

        if (type == typeof(string))
        {
            return "string";
        }

        if (type == typeof(bool))
        {
            return "boolean";
        }

        if (type == typeof(int) || type == typeof(long) || type == typeof(double))
        {
            return "number";
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            var arguments = type.GetGenericArguments();
            return $"Readonly<Partial<Record<{TypeName(arguments[0])}, {TypeName(arguments[1])}>>>";
        }

        return typeof(IEnumerable).IsAssignableFrom(type)
            ? $"readonly {TypeName(type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0])}[]"
            : type.Name;
    }

    private static string JsonName(Enum value) =>
        value.GetType().GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{value.GetType().Name}.{value} has no name for the wire");

    private static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
