using CoCreate.Boards;

namespace CoCreate.Tests.Wire;

/// <summary>The browser client's generated types follow the C# contract.</summary>
public sealed class WireTypesTests
{
    [Fact]
    public void The_generated_types_of_the_browser_client_are_up_to_date() =>
        WireFiles.AssertUpToDate("WebClient/App/src/wire.ts", WireTypes.Write());

    [Fact]
    public void Every_record_has_a_kind()
    {
        var kinds = Enum.GetValues<RecordKind>().Select(WireTypes.RecordOf);
        var records = typeof(BoardRecord).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BoardRecord)) && !type.IsAbstract);
        Assert.Equal(records.OrderBy(type => type.Name), kinds.OrderBy(type => type.Name));
    }

    [Fact]
    public void Every_command_of_a_browser_has_a_name_on_the_wire()
    {
        var named = WireTypes.Commands.Select(command => command.Type);
        var commands = typeof(ClientCommand).Assembly.GetTypes().Where(type => type.BaseType == typeof(ClientCommand));
        Assert.Equal(commands.OrderBy(type => type.Name), named.OrderBy(type => type.Name));
    }
}
